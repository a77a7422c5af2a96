import { newChange } from "@/lib/changes/new-change";
import type { FieldsOf, RecordType } from "@/lib/changes/registry";
import type { Change } from "@/lib/changes/schema";
import { daysBetween } from "@/lib/i18n/format";
import type { SeededNumbers } from "@/lib/seeded-numbers";
import { speakersOf, themesOfProblem, themesOfVisit } from "./afterwards";
import { addDays } from "./days";
import { tellMap } from "./story-map";
import { type Chosen, tellPlan } from "./story-plan";
import { madeUp, stories, venue } from "./texts";

export type DemoVillage = Readonly<{
  id: string;
  lat: number;
  lng: number;
  ethnicGroup: string;
  facilitators: readonly string[];
  /** Date of the first workshop of this village. */
  workshopOn: string;
  today: string;
}>;

/** Everything one village did, as the changes its phones would have sent, in order. */
export class VillageStory {
  readonly changes: Change[] = [];
  readonly device: string;
  private moment: number;
  lastPlanId: string | null = null;

  constructor(
    readonly village: DemoVillage,
    readonly dice: SeededNumbers,
  ) {
    this.device = dice.uuid();
    this.moment = Date.parse(`${village.workshopOn}T02:00:00Z`);
  }

  add<T extends RecordType>(type: T, fields: Partial<FieldsOf<T>>, on?: string): string {
    if (on) this.moment = Date.parse(`${on}T03:00:00Z`);
    this.moment += 60_000;
    const madeAt = new Date(this.moment);
    const subject = this.dice.uuid();
    const told = { ...fields, ...this.afterwards(type, subject, fields) };
    const change = newChange({
      type,
      subject,
      place: this.village.id,
      fields: told,
      madeAt,
      device: this.device,
    });
    this.changes.push({ ...change, id: this.dice.uuid() });
    return subject;
  }

  private afterwards(type: RecordType, id: string, fields: object): object {
    if (type === "workshop") return speakersOf(id);
    if (type === "visit") return { themes: themesOfVisit(id) };
    if (type !== "problem") return {};
    const { category } = fields as FieldsOf<"problem">;
    return category ? { themes: themesOfProblem(id, category as never) } : {};
  }

  /** One workshop with its map, ranking and plan, and what became of the plan until today. */
  workshop(previousPlanId: string | null = null, on = this.village.workshopOn): string {
    const { today } = this.village;
    const finished = daysBetween(on, today) > 1;
    const workshopId = this.add(
      "workshop",
      {
        module: "3",
        level: "village",
        status: finished ? "done" : "under_way",
        startDate: on,
        endDate: addDays(on, 1),
        venue,
        languages: this.village.ethnicGroup === "lao" ? ["lao"] : ["lao", this.village.ethnicGroup],
        interpreter: this.village.ethnicGroup !== "lao",
        facilitators: [...this.village.facilitators],
        fundSource: this.dice.pick(["district", "province", "partner"] as const),
        costKip: this.dice.whole(60, 120) * 100_000,
        stepsDone: finished
          ? ["people", "opening", "map", "problems", "ranking", "solutions", "plan", "pledges"]
          : ["people"],
        source: madeUp,
      },
      on,
    );
    const groups = this.room(workshopId);
    tellMap(this, workshopId, groups);
    const chosen = this.problems(workshopId, groups);
    if (!finished) return workshopId;
    this.lastPlanId = tellPlan(this, { workshopId, chosen, previousPlanId, on });
    return workshopId;
  }

  private room(workshopId: string): Map<string, string> {
    const { dice, village } = this;
    for (const kind of [
      "opening_game",
      "mapping",
      "problem_id",
      "ranking",
      "solution",
      "action_plan",
      "pledge",
    ] as const) {
      this.add("session", { workshopId, kind, held: dice.chance(0.95), minutes: dice.whole(30, 90) });
    }
    const groups = new Map<string, string>();
    for (const kind of ["women", "men", "youth"] as const) {
      const people = dice.whole(6, 16);
      groups.set(kind, this.add("group", { workshopId, kind, people, method: "dots", dotsPerPerson: 3 }));
      const sex =
        kind === "women" ? "female" : kind === "men" ? "male" : dice.pick(["female", "male"] as const);
      const ageBand = kind === "youth" ? "18to24" : dice.pick(["25to49", "50plus"] as const);
      const role = kind === "women" ? "mother_of_infant" : "villager";
      const tally = { workshopId, sex, ethnicGroupId: village.ethnicGroup, device: this.device } as const;
      this.add("attendance", { ...tally, ageBand, role, people: Math.ceil(people / 2) });
      this.add("attendance", {
        ...tally,
        ageBand,
        role: "villager",
        people: Math.max(1, Math.floor(people / 2)),
        disability: kind === "men",
      });
    }
    for (const role of ["village_authority", "health_centre_staff", "womens_union"] as const) {
      const sex = role === "womens_union" ? "female" : "male";
      this.add("attendance", {
        workshopId,
        sex,
        ageBand: "25to49",
        role,
        device: this.device,
        people: dice.whole(1, 3),
      });
    }
    for (const use of ["display", "share", "public_page", "export"] as const) {
      this.add("consent", { workshopId, use, given: true, givenBy: "ນາຍບ້ານ", date: village.workshopOn });
    }
    return groups;
  }

  private problems(workshopId: string, groups: Map<string, string>): Chosen[] {
    const { dice } = this;
    const told = dice.sample(stories, dice.whole(5, 7));
    const found = told.map((story, position) => {
      const { problem, category, touches } = story;
      const raisedByGroupId = groups.get(dice.pick(["women", "men", "youth"]));
      const problemId = this.add("problem", {
        workshopId,
        statement: problem,
        category,
        raisedByGroupId,
        whomItTouches: touches,
        peopleTouched: dice.whole(20, 300),
        position,
      });
      this.add("problemNode", { problemId, kind: "cause", text: story.cause });
      this.add("problemNode", { problemId, kind: "effect", text: story.effect });
      return { story, problemId };
    });
    for (const groupId of groups.values()) {
      for (const { problemId } of found)
        this.add("ballot", { workshopId, groupId, problemId, device: this.device, dots: dice.whole(0, 9) });
    }
    return found.map(({ story, problemId }) => {
      const solutionId = this.add("solution", { workshopId, problemId, text: story.solution, chosen: true });
      return { story, problemId, solutionId };
    });
  }
}
