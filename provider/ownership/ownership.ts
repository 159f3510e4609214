/** The owners of the objects of one resource type, in one process. */
import { openClaims, type Claims } from "./claims";
import { openImports, type Imports } from "./imports";

export interface Ownership {
  readonly claims: Claims;
  readonly imports: Imports;
  /** Objects of one name are created one after another: a lost answer is looked up by the name. */
  readonly lock: ReturnType<typeof openLock>;
  /** The Projects of this program, where objects of this kind live in a Project. Default: none. */
  readonly projects?: Pick<Claims, "ownerOf"> | undefined;
}

export function openOwnership(projects?: Pick<Claims, "ownerOf">): Ownership {
  return { claims: openClaims(), imports: openImports(), lock: openLock(), projects };
}

/** Work under one name is done one after another; under different names, at once. */
function openLock() {
  const last = new Map<string, Promise<void>>();
  return <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
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
