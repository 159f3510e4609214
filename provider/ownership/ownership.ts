/** The owners of the objects of one resource type, in one process. */
import { openClaims, type Claims } from "./claims";
import { openImports, type Imports } from "./imports";
import { openLock, type Lock } from "./lock";

export interface Ownership {
  readonly claims: Claims;
  readonly imports: Imports;
  /** Objects of one name are created one after another: a lost answer is looked up by the name. */
  readonly lock: Lock;
  /** The Projects of this program, where objects of this kind live in a Project. Default: none. */
  readonly projects?: Pick<Claims, "ownerOf"> | undefined;
}

export function openOwnership(projects?: Pick<Claims, "ownerOf">): Ownership {
  return { claims: openClaims(), imports: openImports(), lock: openLock(), projects };
}
