// Loaded before a program: it flushes no file to the disk until its parent says so.
import { open } from 'node:fs/promises';

const handle = await open(process.execPath);
const prototype = Object.getPrototypeOf(handle);
await handle.close();
const { sync } = prototype;
prototype.sync = async function flush() {
  await new Promise((resolve) => {
    process.once('message', resolve);
    process.send('flushing');
  });
  return await sync.call(this);
};
