/** The fenced blocks of a Markdown page. */
export interface CodeBlock {
  /** The word after the fence, such as `ts`; empty without one. */
  readonly language: string;
  /** Its lines, without the last line end. */
  readonly text: string;
}

const fenced = /^```(\w*)\n([^]*?)\n```$/gm;

export function codeBlocks(page: string): CodeBlock[] {
  return [...page.matchAll(fenced)].map(([, language = "", text = ""]) => ({ language, text }));
}

/** The page without its fenced blocks, whose brackets are no links. */
export function withoutCodeBlocks(page: string): string {
  return page.replace(fenced, "");
}
