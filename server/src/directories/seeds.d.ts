declare module '#seeds/units/*.json' {
  import type { DirectoryFile } from '#shared/units/directory-file.ts';

  const file: DirectoryFile;
  export default file;
}
