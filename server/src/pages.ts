/** Where the project stands. */
export const HOMEPAGE = 'https://github.com/bizenv/bizenv-tasklist';
