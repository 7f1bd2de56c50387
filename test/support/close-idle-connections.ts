import { globalAgent } from 'node:http';

const key = Symbol.for('undici.globalDispatcher.1');

/** Closes the connections the global fetch and axios keep open for some seconds after their last answer; both go on with new ones. */
export async function closeIdleConnections(): Promise<void> {
  globalAgent.destroy();
  const dispatcher: unknown = Reflect.get(globalThis, key);
  if (!isDispatcher(dispatcher)) return;
  Reflect.set(globalThis, key, Reflect.construct(dispatcher.constructor, []));
  await dispatcher.close();
}

function isDispatcher(value: unknown): value is { close(): Promise<void> } {
  return typeof value === 'object' && value !== null && 'close' in value && typeof value.close === 'function';
}
