import type { Localized } from '#shared/text/localized.ts';
import { LONGEST_TEXT } from '#shared/text/longest-text.ts';

/** Which limit a text exceeds, and what to do; undefined for one that is not too long. */
export function tooLong(text: string): { readonly what: Localized; readonly cure: Localized } | undefined {
  const { length } = text;
  if (length <= LONGEST_TEXT) return undefined;
  return {
    what: {
      zh: `文本有 ${Math.ceil(length / 10_000)} 万字，超过上限 ${LONGEST_TEXT / 10_000} 万字`,
      en: `the text has ${Math.ceil(length / 1e5) / 10} million characters, more than the limit of ${LONGEST_TEXT / 1e6} million`,
    },
    cure: {
      zh: '请确认文件没有弄错；多份材料请分成多个文件。',
      en: 'Make sure that it is the right file; divide a collection into files.',
    },
  };
}
