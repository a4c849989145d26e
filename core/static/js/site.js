// Small improvements of pages that do the same without scripts.
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

// Suggestions come with the first touch of a search field: nobody waits for them before.
document.addEventListener("focusin", async ({ target }) => {
  if (!target.matches("input[data-suggest]") || target.role === "combobox") return;
  const { suggest, suggestSheet } = document.querySelector("script[data-suggest]").dataset;
  (await import(suggest)).attach(target, suggestSheet);
});
