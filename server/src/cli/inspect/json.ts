import { visibleJson } from '../../formats/visible.ts';
import type { Inspection } from './inspection.ts';

export function inspectionJson(inspection: Inspection): string {
  return `${visibleJson(JSON.stringify(inspection, null, 2))}\n`;
}
