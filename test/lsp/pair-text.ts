import { pairExample } from '#shared/rules/support/pair-example.ts';

/** A small clean pair of Shenzhen, 2024: four tasks in three domains and two sections. */
export const smallPair = pairExample();
