/*
 * Pasting into the editor. The server cleans the clipboard (core/richtext); this file carries it there and back and
 * shows the sentences it returns. No build step: Wagtail exposes Draft.js and Draftail as globals
 * (docs/extending/extending_draftail.md, "Arbitrary plugins"). If the server cannot be reached the text is inserted as
 * Draft.js reads it, and cleaned when the page is saved.
 */
(() => {
  const TIMEOUT_MS = 8000;
  // Copied inside an editor: Draftail keeps links and structure by itself.
  const FROM_EDITOR = /data-editor=|data-draftjs-conductor-fragment/;
  // What makes even one line worth the way to the server.
  const NEEDS_CLEANING = /<img|<a\b|mso-|\.vn|vni/i;
  // Pictures inside the markup are refused anyway; a few letters of them are enough to be counted.
  const INLINE_PICTURE = /data:image\/[^"')\s>]{64,}/g;
  const FEATURES = { "header-two": "h2", "header-three": "h3" };

  const { convertFromHTML, convertFromRaw, ContentState, EditorState, Modifier } = window.DraftJS;

  const isSimple = (text, html = "") =>
    FROM_EDITOR.test(html) || !(text.trim().includes("\n") || NEEDS_CLEANING.test(html));

  /** What the focused editor allows. Wagtail binds each editor to the hidden input beside it. */
  const focusedEditor = () => {
    const siblings = document.activeElement?.closest("[data-draftail-editor-wrapper]")?.parentNode.children ?? [];
    const input = [...siblings].find((element) => element.draftailEditor);
    const { blockTypes = [], entityTypes = [] } = input?.draftailEditor.props ?? {};
    return { blocks: blockTypes.map(({ type }) => type), entities: entityTypes.map(({ type }) => type) };
  };

  const clean = async (url, text, html, allowed) => {
    const config = JSON.parse(document.getElementById("wagtail-config").textContent);
    const body = new FormData();
    body.append("text", text);
    body.append("html", html.replace(INLINE_PICTURE, "data:image/,"));
    allowed.blocks.filter((type) => FEATURES[type]).forEach((type) => body.append("feature", FEATURES[type]));
    const response = await fetch(url, {
      method: "POST",
      body,
      headers: { [config.CSRF_HEADER_NAME]: config.CSRF_TOKEN },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) throw new Error(`clean-paste answered ${response.status}`);
    return response.json();
  };

  const asDraftReadsIt = (text, html) => {
    const { contentBlocks } = html ? convertFromHTML(html) : {};
    return contentBlocks?.length ? ContentState.createFromBlockArray(contentBlocks) : ContentState.createFromText(text);
  };

  /**
   * Draftail filters what an editor does not allow after "insert-fragment", and then also makes a list item of every
   * paragraph that begins with a number: "3. …" of a regulation would become 1. Clean content is kept away from it.
   */
  const isAllowed = (content, allowed) =>
    allowed.entities.includes("LINK") &&
    content.getBlocksAsArray().every((block) => ["unstyled", ...allowed.blocks].includes(block.getType()));

  const insert = (content, changeType, { getEditorState, setEditorState }) => {
    const state = getEditorState();
    const next = Modifier.replaceWithFragment(state.getCurrentContent(), state.getSelection(), content.getBlockMap());
    setEditorState(EditorState.push(state, next, changeType));
  };

  const tell = (sentences) => {
    if (!sentences.length) return;
    const detail = { clear: true, text: sentences.join(" "), type: "warning" };
    document.dispatchEvent(new CustomEvent("w-messages:add", { detail }));
  };

  window.draftail.registerPlugin(
    {
      type: "clean-paste",
      handlePastedText(text, html, _editorState, editor) {
        if (isSimple(text, html)) return "not-handled";
        const allowed = focusedEditor();
        clean(this.url, text, html ?? "", allowed)
          .then(({ content: raw, notices }) => {
            const content = raw && convertFromRaw(raw);
            const isClean = content && isAllowed(content, allowed);
            if (content) insert(content, isClean ? "change-block-data" : "insert-fragment", editor);
            tell(notices);
          })
          .catch(() => insert(asDraftReadsIt(text, html), "insert-fragment", editor));
        return "handled";
      },
    },
    "plugins",
  );

  // Wagtail's link entity takes every clipboard that contains an address before a plugin is asked. Leave it the simple
  // ones; the server links the rest. registerPlugin is the only way to the registered types: it returns them.
  const { LINK } = window.draftail.registerPlugin({ type: "clean-paste" }, "entityTypes");
  const { onPaste } = LINK;
  LINK.onPaste = (text, html, ...rest) => (isSimple(text, html) ? onPaste(text, html, ...rest) : "not-handled");
})();
