// Keeps the part of a page that shows work of the server up to date; a link beside it does the same without scripts.
const PAUSE_MS = 2000;

async function follow() {
  const shown = document.querySelector("[data-progress][data-moving]");
  if (!shown) return;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-progress]");
    if (answer.ok && fresh) {
      if (!fresh.hasAttribute("data-moving")) return void location.reload();
      shown.replaceChildren(...fresh.childNodes);
    }
  } catch {
    // The connection is away for a moment: try again.
  }
  setTimeout(follow, PAUSE_MS);
}

setTimeout(follow, PAUSE_MS);
