import { nameForm } from '../text/normal-form.ts';
import type { CommonBodies } from './common-bodies.ts';
import type { GroupEntry, GroupWords } from './directory-schema.ts';
import { isPlaceName } from './place-name.ts';

type Role = 'quantifier' | 'scope' | 'modifier' | 'collective' | 'head' | 'connector';

/** Longer phrases are not read: none in real documents is half as long. */
const LONGEST = 60;
const QUANTIFIED = 1;
const HEADED = 2;
/** What a word adds to a phrase: it must have both, many and what of. */
const GAIN: Readonly<Record<Role, number>> = {
  quantifier: QUANTIFIED,
  scope: 0,
  modifier: 0,
  collective: QUANTIFIED | HEADED,
  head: HEADED,
  connector: 0,
};

/**
 * Phrases that name many units: those that a directory lists, and those made of the words of the common file
 * (`省直有关部门(单位)`, `各县(市、区)人民政府`). All texts are in name form.
 */
export class GroupPhrases {
  readonly #listed = new Map<string, string>();
  readonly #words = new Map<string, Role[]>();
  readonly #bodies: CommonBodies;
  #longestWord = 1;

  constructor(groups: readonly GroupEntry[], words: readonly GroupWords[], bodies: CommonBodies) {
    this.#bodies = bodies;
    for (const group of groups) {
      const { name, aliases = [] } = typeof group === 'string' ? { name: group } : group;
      for (const form of [name, ...aliases]) this.#listed.set(nameForm(form), nameForm(name));
    }
    for (const list of words) {
      this.#addWords('quantifier', list.quantifiers);
      this.#addWords('scope', list.scopes);
      this.#addWords('modifier', list.modifiers);
      this.#addWords('collective', list.collectives);
      this.#addWords('head', list.heads);
      this.#addWords('connector', list.connectors);
    }
  }

  get listed(): Iterable<string> {
    return this.#listed.keys();
  }

  /** The phrase in its usual form; undefined when the text is no such phrase. */
  read(text: string): string | undefined {
    const listed = this.#listed.get(text);
    if (listed !== undefined) return listed;
    if (text.length < 2 || text.length > LONGEST) return undefined;
    if (text.startsWith('等')) return this.read(text.slice(1));
    return this.#isPhrase(text) || this.#isBodyOfMany(text) ? text : undefined;
  }

  /** `各区(新区)住建局`, `各级法院`: a usual body of many places. */
  #isBodyOfMany(text: string): boolean {
    if (!text.startsWith('各')) return false;
    for (let at = 2; at <= text.length - 2; at++)
      if (this.#bodies.bodyOf(text.slice(at)) !== undefined && this.#isPhrase(text.slice(0, at))) return true;
    return false;
  }

  /** Walks over the words once; `reached[i]` says with which of quantifier and head the first i characters can be read. */
  #isPhrase(text: string): boolean {
    const reached = new Array<number[]>(text.length + 1);
    for (let i = 0; i <= text.length; i++) reached[i] = [];
    reached[0]?.push(0);
    for (let i = 2; i < Math.min(text.length, 20); i++)
      if (/^[各有相所其]/.test(text.slice(i, i + 1)) && this.#isOwner(text.slice(0, i))) reached[i]?.push(0);
    for (let i = 0; i < text.length; i++) {
      const states = reached[i] ?? [];
      if (states.length === 0) continue;
      for (let length = 1; length <= this.#longestWord && i + length <= text.length; length++) {
        const roles = this.#words.get(text.slice(i, i + length));
        if (roles === undefined) continue;
        const next = reached[i + length] ?? [];
        for (const state of states)
          for (const role of roles) {
            const gained = state | GAIN[role];
            if (!next.includes(gained)) next.push(gained);
          }
      }
    }
    const complete = reached[text.length]?.includes(QUANTIFIED | HEADED) ?? false;
    return complete && !this.#endsOpen(text);
  }

  /** `海口市` or `驻海口` before `各银行机构`. */
  #isOwner(text: string): boolean {
    const place = text.replace(/^(?:中央驻|中省驻|驻|在)/, '');
    return isPlaceName(place) || this.#bodies.isRegion(place);
  }

  /** True when the text ends in a word that wants another one behind it. */
  #endsOpen(text: string): boolean {
    for (const word of ['各', '有关', '相关', '及', '和', '与', '以及', '、', '(', '〔', '/'])
      if (text.endsWith(word)) return true;
    return false;
  }

  #addWords(role: Role, words: readonly string[] = []): void {
    for (const word of words) {
      const key = nameForm(word);
      const roles = this.#words.get(key);
      if (roles === undefined) this.#words.set(key, [role]);
      else roles.push(role);
      this.#longestWord = Math.max(this.#longestWord, key.length);
    }
  }
}
