import type { Finding } from './finding.ts';

/** Each rule says one thing about one place once. */
export function dedupe(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = JSON.stringify([finding.source.id, finding.rule, finding.start, finding.end, finding.message.zh]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
