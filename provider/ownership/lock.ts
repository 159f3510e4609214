/** Work under one name is done one after another; under different names, at once. */
export type Lock = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

export function openLock(): Lock {
  const last = new Map<string, Promise<void>>();
  return (name, work) => {
    const result = last.get(name)?.then(work) ?? work();
    const ended = result.then(
      () => undefined,
      () => undefined,
    );
    last.set(name, ended);
    void ended.then(() => {
      if (last.get(name) === ended) last.delete(name);
    });
    return result;
  };
}
