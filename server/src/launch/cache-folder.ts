import { isAbsolute, join } from 'node:path';

/**
 * Where the running user's programs keep what they can make again; undefined where no such place is known, or where nothing
 * is to be kept. Node's own variables for its compile cache hold here too.
 */
export function cacheFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): string | undefined {
  if (env.NODE_DISABLE_COMPILE_CACHE === '1') return undefined;
  const { NODE_COMPILE_CACHE: named, XDG_CACHE_HOME: xdg, HOME: home, LOCALAPPDATA: local } = env;
  if (isPlace(named)) return join(named, 'bizenv');
  if (platform === 'win32') return isPlace(local) ? join(local, 'bizenv', 'Cache') : undefined;
  if (isPlace(xdg)) return join(xdg, 'bizenv');
  if (!isPlace(home)) return undefined;
  return platform === 'darwin' ? join(home, 'Library', 'Caches', 'bizenv') : join(home, '.cache', 'bizenv');
}

function isPlace(path: string | undefined): path is string {
  return path !== undefined && isAbsolute(path);
}
