/** Everything that can begin a link, an image, HTML, code, emphasis, a table or an entity. */
const special = /[\\`*_[\]<>&~|$]/g;
/** What begins a heading, a list, a quote, a rule or a fence where a line begins. */
const lineStart = /^(\s*)([#+\-=]|:(?!\/\/))/;
const numbered = /^(\s*\d{1,9})([.)])/;
/** GitHub makes links of bare addresses too. */
const bareLink = /:(?=\/\/)|@|\b(?<=www)\./gi;

/** Foreign text as one line of Markdown that shows exactly these characters. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(special, '\\$&')
    .replace(lineStart, '$1\\$2')
    .replace(numbered, '$1\\$2')
    .replace(bareLink, '\\$&');
}
