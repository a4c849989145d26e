// "Viết bài" works without this file. With it, photographs are shrunk on the phone and go up as soon as they are
// chosen, and the words are kept on the device until they are sent.

const LONGEST_SIDE = 2048;
const form = document.querySelector("[data-compose]");
const key = `viet-bai:${form.dataset.compose}`;
const words = ["title", "text", "summary", "section", "token"];

document.documentElement.classList.add("js-on");
form.addEventListener("change", (event) => event.target.name === "files" && upload(event.target));
form.addEventListener("input", keep);
form.addEventListener("submit", send);
document.getElementById("lt-errors")?.focus();
offerKept();

async function upload(input) {
  const data = new FormData(form);
  data.delete("files");
  say(form.dataset.uploading);
  for (const file of input.files) data.append("files", await shrink(file), file.name);
  data.set("step", "upload");
  try {
    const answer = await fetch(form.action, { method: "POST", body: data });
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const before = form.querySelectorAll(".lt-photo").length;
    form.querySelector("[data-photos]").replaceWith(page.querySelector("[data-photos]"));
    say([...page.querySelectorAll("[data-refusal]")].map((line) => line.textContent).join(" "));
    form.querySelectorAll(".lt-photo")[before]?.scrollIntoView({ block: "start" });
  } catch {
    say(form.dataset.offline);
  }
}

async function shrink(file) {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = LONGEST_SIDE / Math.max(picture.width, picture.height);
    if (scale >= 1) return file;
    const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: "image/jpeg", quality: 0.88 });
  } catch {
    return file; // a kind the browser cannot read, or an old browser: the server takes it from here
  }
}

function keep() {
  const kept = Object.fromEntries(words.map((name) => [name, form.elements[name].value]));
  kept.topics = [...form.querySelectorAll("[name=topics]:checked")].map((box) => box.value);
  if (kept.title || kept.text) localStorage.setItem(key, JSON.stringify(kept));
}

function send(event) {
  if (!navigator.onLine) {
    event.preventDefault();
    keep();
    say(form.dataset.offline);
    return;
  }
  keep(); // until the server has it: the session may have ended in the meantime
  setTimeout(() => form.querySelectorAll("[name=step]").forEach((button) => (button.disabled = true)));
}

function offerKept() {
  const kept = JSON.parse(localStorage.getItem(key) ?? "null");
  if (kept && document.cookie.includes(`${form.dataset.written}=${kept.token}`)) return localStorage.removeItem(key);
  if (!kept || words.slice(0, 2).some((name) => form.elements[name].value)) return;
  const offer = document.getElementById("lt-kept");
  offer.querySelector("[data-kept-title]").textContent = kept.title || kept.text.slice(0, 60);
  offer.hidden = false;
  offer.addEventListener("click", ({ target }) => {
    if (target.dataset.kept === "open") restore(kept);
    if (target.dataset.kept === "drop") localStorage.removeItem(key);
    if (target.dataset.kept) offer.hidden = true;
  });
}

function restore(kept) {
  words.forEach((name) => (form.elements[name].value = kept[name]));
  form.querySelectorAll("[name=topics]").forEach((box) => (box.checked = kept.topics?.includes(box.value)));
}

function say(text) {
  form.querySelector("[data-say]").textContent = text ?? "";
}

// Coming back with the browser's button shows the form as it was left, its buttons included.
addEventListener("pageshow", () => form.querySelectorAll("[name=step]").forEach((button) => (button.disabled = false)));
