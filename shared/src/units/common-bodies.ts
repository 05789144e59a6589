import { nameForm } from '../text/normal-form.ts';
import type { BodyEntry } from './directory-schema.ts';
import { isLevel, isPlaceName } from './place-name.ts';

/** A name taken apart: whose it is, which body, in which usual form. */
export interface CommonName {
  /** `发展改革`. */
  readonly body: string;
  /** `市`, `海口市`, `省`, `国家`; for a regional office the region (`深圳`); empty when the name has no prefix. */
  readonly level: string;
  /** `发展改革委`. */
  readonly variant: string;
  /** What stands before the variant, as written: `市`, `市人民政府`. */
  readonly prefix: string;
}

/** The body that a place's own government is. */
const GOVERNMENT = '政府';
const OF_GOVERNMENT = /(?:人民)?政府$/;
const OF_PARTY = /^(?:中国共产党|中共)/;
/** How bodies of the central government are prefixed; all mean one level. */
const COUNTRY = new Set(['国家', '国务院', '中国', '全国', '中央']);
/** Bodies of the central government stand without a prefix. */
const NATIONAL = /(?:部|总局|总署)$/;

interface Variant {
  readonly body: string;
  readonly regional: boolean;
  readonly standalone: boolean;
}

interface Pattern {
  readonly head: string;
  readonly tail: string;
  readonly body: string;
}

/** The bodies that every province, city and county has, recognised by their usual names at any level. */
export class CommonBodies {
  readonly #variants = new Map<string, Variant>();
  readonly #patterns: Pattern[] = [];
  readonly #regions = new Set<string>();
  #longest = 0;

  constructor(bodies: readonly BodyEntry[], regions: readonly string[]) {
    for (const region of regions) this.#regions.add(nameForm(region));
    for (const body of bodies) this.#add(body);
  }

  /** Every usual form without prefix, for nearest names. */
  get variants(): Iterable<string> {
    return this.#variants.keys();
  }

  isRegion(text: string): boolean {
    return this.#regions.has(text);
  }

  /** The body that a usual form without prefix names. */
  bodyOf(variant: string): string | undefined {
    return this.#variants.get(variant)?.body;
  }

  /** True for a name that stands without a prefix wherever it occurs: `海关`, `商务部`. */
  standsAlone(variant: string): boolean {
    return NATIONAL.test(variant) || this.#variants.get(variant)?.standalone === true;
  }

  /** Takes a name in name form apart; undefined when no body is known by it. The longest variant wins. */
  read(name: string): CommonName | undefined {
    for (let at = Math.max(0, name.length - this.#longest); at < name.length; at++) {
      const text = name.slice(at);
      const variant = this.#variants.get(text);
      if (variant === undefined) continue;
      const prefix = name.slice(0, at);
      const level = this.#level(prefix, variant, text);
      if (level !== undefined) return { body: variant.body, level, variant: text, prefix };
    }
    return this.#readPattern(name) ?? readGovernment(name);
  }

  /** False for a name that `read` takes for another body or for none; cheap, and true for some of those too. */
  mayName(name: string, body: string): boolean {
    if (body === GOVERNMENT) return true;
    for (let at = Math.max(0, name.length - this.#longest); at < name.length; at++)
      if (this.#variants.get(name.slice(at))?.body === body) return true;
    return this.#patterns.some((pattern) => pattern.body === body && name.endsWith(pattern.tail));
  }

  #level(prefix: string, variant: Variant, text: string): string | undefined {
    if (prefix === '') return NATIONAL.test(text) ? '国家' : '';
    const bare = prefix.replace(OF_PARTY, '');
    const owner = bare === '' ? undefined : (ownerOf(bare) ?? ownerOf(bare.replace(OF_GOVERNMENT, '')));
    if (owner !== undefined) return COUNTRY.has(owner) ? '国家' : owner;
    return variant.regional && this.#regions.has(prefix) ? prefix : undefined;
  }

  #readPattern(name: string): CommonName | undefined {
    for (const { head, tail, body } of this.#patterns) {
      const end = name.length - tail.length;
      if (end <= head.length || !name.startsWith(head) || !name.endsWith(tail)) continue;
      const region = name.slice(head.length, end);
      if (this.#regions.has(region) || isPlaceName(region))
        return { body, level: region, variant: `${head}{}${tail}`, prefix: '' };
    }
    return undefined;
  }

  #add(body: BodyEntry): void {
    const names = [...(body.variants ?? [])];
    for (const stem of body.stems ?? []) for (const ending of body.endings ?? []) names.push(stem + ending);
    const variant = { body: body.name, regional: body.regional ?? false, standalone: body.standalone ?? false };
    for (const name of names) {
      const key = nameForm(name);
      if (key === '' || this.#variants.has(key)) continue;
      this.#variants.set(key, variant);
      this.#longest = Math.max(this.#longest, key.length);
    }
    for (const pattern of body.patterns ?? []) {
      const [head = '', tail = ''] = nameForm(pattern).split('{}');
      this.#patterns.push({ head, tail, body: body.name });
    }
  }
}

/** Level or place that a prefix names; undefined when it names none. */
function ownerOf(prefix: string): string | undefined {
  return isLevel(prefix) || isPlaceName(prefix) ? prefix : undefined;
}

/** `坪山区`, `福田区政府`, `市人民政府`, `西咸新区管委会`: a place, or who governs it. */
function readGovernment(name: string): CommonName | undefined {
  if (isPlaceName(name)) return { body: GOVERNMENT, level: name, variant: '', prefix: name };
  const match = /(?:人民政府|政府|管委会|管理委员会|街道办事处|街道办)$/.exec(name);
  if (match === null) return undefined;
  const street = match[0].startsWith('街道') ? '街道' : '';
  const owner = name.slice(0, match.index) + street;
  const zone = match[0].startsWith('管') && /^\p{Script=Han}{2,20}(?:区|园|港|岛|城|湖|山|市|县)$/u.test(owner);
  if (ownerOf(owner) === undefined && !zone) return undefined;
  if (owner === '街道') return undefined;
  return { body: GOVERNMENT, level: owner, variant: match[0].slice(street.length), prefix: owner };
}
