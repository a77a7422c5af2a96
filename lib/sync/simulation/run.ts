import { SeededNumbers } from "@/lib/seeded-numbers";
import { checkDevice, checkOnce, checkServer } from "./check";
import { Device } from "./device";
import { Network } from "./network";
import { Oracle } from "./oracle";
import type { SimulatedServer } from "./server";
import { World } from "./world";

/** How often what happens in one run; each is a share between 0 and 1. */
export type Trouble = Readonly<{
  network: number;
  kills: number;
  tabs: number;
  serverKills: number;
  boundary: number;
  restore: number;
}>;

export type Outcome = Readonly<{ saved: number; types: ReadonlySet<string>; wrong: readonly string[] }>;

/** One run: people work, everything goes wrong, then the network is back; what is not right in the end is told. */
export async function simulate(server: SimulatedServer, seed: number, trouble: Trouble): Promise<Outcome> {
  const random = new SeededNumbers(seed);
  const world = new World(server, random.branch());
  await world.begin();
  const network = new Network(server, random.branch());
  network.badness = trouble.network;
  const oracle = new Oracle(world.villages.map(({ id }) => id));
  const devices = await people({ world, network, oracle, random });
  const running: Promise<unknown>[] = [];
  const script = scriptOf(random, trouble);
  for (const step of script) {
    const device = random.pick(devices);
    if (step === "backup") await settled(running).then(() => server.takeBackup());
    if (step === "restore") running.push(server.restore());
    if (step === "serverKill") running.push(server.kill());
    if (step === "reparent" || step === "merge") running.push(moved(world, step, server));
    if (step === "kill") device.dieSoon();
    if (step === "clock") device.setClock();
    if (step === "sync") running.push(device.sync({ pull: random.chance(0.8) }));
    if (step === "tabs") running.push(device.sync({ tabs: 2 }));
    if (step === "handover") await device.handTo(random.pick(devices));
    if (step === "act") await device.act();
    if (random.chance(0.4)) await settled(running);
  }
  await settled(running);
  network.badness = 0;
  for (const device of devices) device.restart();
  if (random.chance(0.5)) await network.deliverLate();
  const wrong = await quiescence(server, devices);
  const subjects = oracle.saved.map(({ subject }) => subject);
  const { wrong: onServer, standing } = await checkServer(server.owner, world, subjects);
  wrong.push(...(await oracle.lost(server.owner)).map((line) => `LOST ${line}`), ...onServer);
  for (const device of devices) {
    wrong.push(...(await checkDevice(device, standing)), ...(await checkOnce(server.owner, device)));
    await device.forget();
  }
  return { saved: oracle.saved.length, types: new Set(oracle.saved.map(({ type }) => type)), wrong };
}

type Cast = { world: World; network: Network; oracle: Oracle; random: SeededNumbers };

/** Two phones of one facilitator, and one to three others: of the other district, of an office, of a village, of the ministry. */
async function people({ world, network, oracle, random }: Cast): Promise<Device[]> {
  const [one = "", two = ""] = world.districts;
  const villages = world.villages.map(({ id }) => id);
  const first = await world.hire("facilitator", one);
  const persons = [first, ...(random.chance(0.6) ? [first] : [await world.hire("facilitator", one)])];
  const others = [
    ["facilitator", two],
    ["health_office", one],
    ["health_office", two],
    ["governor_office", random.pick([one, two])],
    ["health_centre", random.pick(villages)],
    ["facilitator", world.provinceId],
    ["ministry", world.provinceId],
    ["administrator", world.provinceId],
  ] as const;
  for (let n = random.whole(1, 3); n > 0; n--) {
    const [role, place] = random.pick(others);
    persons.push(await world.hire(role, place));
  }
  const devices: Device[] = [];
  for (const person of persons) {
    const places = await world.placesOf(person);
    const actor = () => world.actor(person);
    devices.push(new Device({ person, places, network, oracle, random: random.branch(), actor }));
  }
  return devices;
}

type Step = keyof ReturnType<typeof weightsOf> | "backup" | "restore" | "reparent" | "merge";

const weightsOf = ({ kills, tabs, serverKills }: Trouble) => ({
  act: 12,
  sync: 5,
  clock: 1,
  handover: 0.8,
  kill: kills * 2,
  tabs,
  serverKill: serverKills,
});

function scriptOf(random: SeededNumbers, trouble: Trouble): Step[] {
  // Most of what goes wrong needs few steps; some needs a long day.
  const length = random.chance(0.85) ? random.whole(10, 22) : random.whole(23, 44);
  const steps: Step[] = Array.from({ length }, () => random.weighted(weightsOf(trouble)));
  const place = (step: Step, from: number) => {
    const at = random.whole(from, steps.length);
    steps.splice(at, 0, step);
    return at;
  };
  if (random.chance(trouble.boundary)) {
    place("reparent", 4);
    if (random.chance(0.4)) place(random.pick(["merge", "reparent"]), 8);
  }
  if (random.chance(trouble.restore)) place("restore", place("backup", 4) + 1);
  return steps;
}

const moved = (world: World, kind: "reparent" | "merge", server: SimulatedServer) =>
  server.serve(() => world.changeBoundary(kind));

async function settled(running: Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(running.splice(0))).find(({ status }) => status === "rejected");
  if (failed) throw (failed as PromiseRejectedResult).reason;
}

/** The network is back: every phone sends and asks until nobody has anything to send or to hear of any more. */
async function quiescence(server: SimulatedServer, devices: readonly Device[]): Promise<string[]> {
  for (let round = 1; round <= 8; round++) {
    const open = await Promise.all(devices.map((device) => device.openItems()));
    await Promise.all(devices.map((device) => device.sync()));
    if (round > 1 && open.every((count) => count === 0)) return [];
    await everythingVisible(server);
  }
  return ["after eight rounds over a good line something still waits"];
}

/** Another file's transactions on the same server hold back what may be pulled; they end soon. */
async function everythingVisible({ owner }: SimulatedServer): Promise<void> {
  for (;;) {
    const [row] = await owner`
      select coalesce(max(xid) < pg_snapshot_xmin(pg_current_snapshot()), true) as yes from changes`;
    if (row?.yes) return;
    await new Promise((later) => setTimeout(later, 2));
  }
}
