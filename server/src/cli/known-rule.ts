import { ruleIds } from '#shared/rules/ids.ts';
import { nearestWord } from '#shared/text/nearest-word.ts';
import { InputError } from '../files/input-error.ts';

/** @throws InputError with the nearest rule when there is none with this id. */
export function knownRule(id: string): string {
  if (ruleIds.includes(id)) return id;
  const near = nearestWord(id, ruleIds);
  throw new InputError({
    what: { zh: `没有“${id}”这条规则`, en: `there is no rule “${id}”` },
    cure:
      near === undefined
        ? { zh: '运行 bizenv rules 可列出全部规则。', en: 'bizenv rules lists all rules.' }
        : { zh: `是不是“${near}”？`, en: `Did you mean “${near}”?` },
  });
}
