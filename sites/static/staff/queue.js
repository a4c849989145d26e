// The queue works without this file. With it j and k walk from post to post, x marks the post for publishing several
// at once; Enter opens it, as on any link that has the focus. Single letters can be turned off (WCAG 2.1.4).

const KEY = "ban-bien-tap:phim-tat";
const help = document.querySelector("[data-shortcuts]");
const rows = [...document.querySelectorAll("[data-row]")];
const verbs = { j: () => walk(1), k: () => walk(-1), x: mark };

if (rows.length) {
  show();
  help.hidden = false;
  help.addEventListener("click", toggle);
  document.addEventListener("keydown", press);
}

function press(event) {
  if (isOff() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
  const verb = verbs[event.key.toLowerCase()];
  if (!verb) return;
  event.preventDefault();
  verb();
}

function walk(step) {
  const here = rows.indexOf(current());
  const next = here < 0 ? 0 : Math.min(Math.max(here + step, 0), rows.length - 1);
  rows[next].querySelector("[data-open]").focus();
  rows[next].scrollIntoView({ block: "nearest" });
}

function mark() {
  current()?.querySelector("input[type=checkbox]")?.click();
}

function current() {
  return document.activeElement.closest("[data-row]");
}

function isTyping(target) {
  return target.matches("textarea, select, input:not([type=checkbox]), [contenteditable]");
}

function isOff() {
  return localStorage.getItem(KEY) === "off";
}

function toggle({ target }) {
  if (!target.matches("button")) return;
  localStorage.setItem(KEY, isOff() ? "on" : "off");
  show();
  help.querySelector("[data-when]:not([hidden]) button").focus();
}

function show() {
  for (const part of help.querySelectorAll("[data-when]")) part.hidden = (part.dataset.when === "off") !== isOff();
}
