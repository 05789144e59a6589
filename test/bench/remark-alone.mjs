// The floor to compare with: what parsing the Markdown alone costs, with the usual parser, in one process.
import { readFileSync } from 'node:fs';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

unified().use(remarkParse).use(remarkGfm).parse(readFileSync(process.argv[2], 'utf8'));
