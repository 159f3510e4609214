/** The events around the runs: edits in the console, trouble on the way, other processes, and time. */
import { expect } from "chai";
import type { Fault } from "pulumi-bluedot/emulator";

import { restart } from "./runs";
import {
  agree,
  foreignZone,
  recorded,
  shown,
  type Command,
  type Key,
  type Model,
  type Real,
  type StackName,
  type Values,
} from "./fixtures";

export class Edit implements Command {
  constructor(
    readonly name: StackName,
    readonly key: Key,
    readonly values: Values,
  ) {}
  check = (model: Readonly<Model>) => model[this.name].held.has(this.key);
  run(model: Model, real: Real): Promise<void> {
    const { name, key, values } = this;
    real.service.emulator.zones.update(recorded(real, name, key).id, (zone) => ({
      ...zone,
      minimumRetriggerTime: values.minimumRetriggerTime,
      geofeatures: zone.geofeatures.map((each) => ({ ...each, radius: values.radius })),
    }));
    model[name].held.set(key, values);
    agree(model, real);
    return Promise.resolve();
  }
  toString = () => `console edits ${this.key} of the ${this.name} ${shown(this.values)}`;
}

export class Remove implements Command {
  constructor(
    readonly name: StackName,
    readonly key: Key,
  ) {}
  check = (model: Readonly<Model>) => model[this.name].held.has(this.key);
  run(model: Model, real: Real): Promise<void> {
    const { name, key } = this;
    expect(real.service.emulator.zones.delete(recorded(real, name, key).id)).to.equal(true);
    model[name].held.delete(key);
    agree(model, real);
    return Promise.resolve();
  }
  toString = () => `console deletes ${this.key} of the ${this.name}`;
}

/** Somebody else makes a zone of the same name. */
export class Foreign implements Command {
  /** @param isMixedUp whether the next answer to a POST is about that zone */
  constructor(
    readonly key: Key,
    readonly isMixedUp: boolean,
  ) {}
  check = () => true;
  run(model: Model, real: Real): Promise<void> {
    const { emulator } = real.service;
    const zone = emulator.zones.create(foreignZone(this.key));
    model.foreign.push(zone);
    if (this.isMixedUp) emulator.fault({ kind: "otherBody", id: zone._id, method: "POST", path: "^/zones$" });
    agree(model, real);
    return Promise.resolve();
  }
  toString = () =>
    `console makes another ${this.key}${this.isMixedUp ? ", which the next POST is answered with" : ""}`;
}

export class Trouble implements Command {
  constructor(readonly fault: Fault) {}
  check = () => true;
  run(_model: Model, real: Real): Promise<void> {
    real.service.emulator.fault(this.fault);
    return Promise.resolve();
  }
  toString = () => `trouble ${JSON.stringify(this.fault)}`;
}

export class Restart implements Command {
  constructor(readonly name: StackName) {}
  check = () => true;
  run(_model: Model, real: Real): Promise<void> {
    restart(real, this.name);
    return Promise.resolve();
  }
  toString = () => `${this.name}: another process`;
}

export class Expire implements Command {
  check = () => true;
  run(_model: Model, { service }: Real): Promise<void> {
    service.clock.pass(3_700_000);
    return Promise.resolve();
  }
  toString = () => "an hour passes";
}
