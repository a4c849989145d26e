// Improves two links of an article; both lead to a page that does the same without scripts.
const improvements = {
  print: () => window.print(),
  share: () => navigator.share({ title: document.title, url: document.querySelector("link[rel=canonical]")?.href ?? location.href }),
};

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-action]");
  const improve = link && improvements[link.dataset.action];
  if (!improve || (link.dataset.action === "share" && !navigator.share)) return;
  event.preventDefault();
  Promise.resolve(improve()).catch((reason) => {
    if (reason.name !== "AbortError") location.assign(link.href);
  });
});
