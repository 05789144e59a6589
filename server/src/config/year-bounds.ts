/** Documents of other years are slips. */
export const EARLIEST_YEAR = 1949;
export const LATEST_YEAR = 2100;
