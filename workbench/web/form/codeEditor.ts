import { json } from "@codemirror/lang-json";
import { HighlightStyle, syntaxHighlighting, syntaxTree } from "@codemirror/language";
import { type Diagnostic, linter, lintGutter } from "@codemirror/lint";
import { EditorView, placeholder } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { minimalSetup } from "codemirror";
import { mono } from "../theme";

/** A code editor on the page. */
export interface Editor {
  /** Changes the text from outside, if it differs. */
  setText(text: string): void;
  destroy(): void;
}

interface EditorOptions {
  readonly text: string;
  readonly isJson: boolean;
  readonly placeholder: string;
  readonly attributes: Record<string, string>;
  readonly onChange: (text: string) => void;
}

const look = EditorView.theme({
  "&": { fontSize: "12px", backgroundColor: "var(--mui-palette-background-paper)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: mono, lineHeight: "1.55", minHeight: "54px", maxHeight: "260px" },
  ".cm-content": { padding: "6px 0", caretColor: "var(--mui-palette-text-primary)" },
  ".cm-line": { padding: "0 10px" },
  ".cm-gutters": { border: "none", backgroundColor: "transparent" },
  ".cm-placeholder": {
    color: "var(--mui-palette-text-secondary)",
    whiteSpace: "pre-wrap",
    wordBreak: "break-word",
  },
  ".cm-cursor": { borderLeftColor: "var(--mui-palette-text-primary)" },
  ".cm-tooltip": {
    backgroundColor: "var(--mui-palette-background-paper)",
    border: "1px solid var(--mui-palette-divider)",
    color: "var(--mui-palette-text-primary)",
  },
});

const colors = HighlightStyle.define([
  { tag: tags.propertyName, color: "var(--mui-palette-primary-main)" },
  { tag: tags.string, color: "var(--mui-palette-success-main)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--mui-palette-info-main)" },
]);

/** Puts an editor into an element. */
export function createEditor(parent: HTMLElement, options: EditorOptions): Editor {
  const view = new EditorView({
    parent,
    doc: options.text,
    extensions: [
      minimalSetup,
      look,
      EditorView.lineWrapping,
      EditorView.contentAttributes.of(options.attributes),
      placeholder(options.placeholder),
      syntaxHighlighting(colors),
      ...(options.isJson ? [json(), lintGutter(), linter(firstMistake)] : []),
      EditorView.updateListener.of(({ docChanged, state }) => {
        if (docChanged) options.onChange(state.doc.toString());
      }),
    ],
  });
  return {
    setText(text) {
      const { doc } = view.state;
      if (doc.toString() === text) return;
      view.dispatch({ changes: { from: 0, to: doc.length, insert: text } });
    },
    destroy: () => view.destroy(),
  };
}

/** Marks where a text stops being JSON. The browser's own message names no place in short texts. */
function firstMistake({ state }: EditorView): Diagnostic[] {
  const text = state.doc.toString();
  if (text.trim() === "") return [];
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    let from = text.length;
    syntaxTree(state).iterate({
      enter: ({ type, from: at }) => {
        if (type.isError) from = Math.min(from, at);
      },
    });
    const to = Math.min(from + 1, text.length);
    return [{ from, to, severity: "error", message: (error as Error).message }];
  }
}
