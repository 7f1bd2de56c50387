/** Control characters but line breaks and tabs, half surrogates, and a name that was never filled in. */
const unfit = /(?![\t\n\r])\p{Cc}|\p{Surrogate}|\{(?:customer|agent|queue)\b/u;

/** Whether a message's text holds nothing that no customer should see. */
export function isFitText(text: string): boolean {
  return !unfit.test(text);
}
