import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expect } from "./fixtures";
import { words } from "./words";

/** What a workshop writes down. Made up. */
export type Recorded = Readonly<{
  women: number;
  men: number;
  /** Category of the vocabulary and "latitude, longitude". */
  features: readonly (readonly [category: string, coordinates: string])[];
  problems: readonly string[];
  /** Grains of each group on the problems, in their order. */
  grains: Readonly<{ women: readonly number[]; men: readonly number[] }>;
  actions: readonly Readonly<{ what: string; lead: string; due: readonly [string, string, string] }>[];
  promise: string;
}>;

/** The hands of a facilitator at 360 px, in one language: each step is walked by its own buttons, never by an address. */
export function facilitatorAt(page: Page, locale: "lo" | "en") {
  const t = words(locale);
  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const next = async (step: string) => {
    const name = t("common.steps.nextButton", { name: t(`workshops.step.${step}.name`) });
    await page.getByRole("link", { name }).click();
    await expect(page).toHaveURL(new RegExp(`/${step}$`));
  };

  const countPeople = async ({ women, men }: Recorded) => {
    for (const [sex, people] of [
      ["female", women],
      ["male", men],
    ] as const) {
      await button(t("workshops.people.addKind")).click();
      await page
        .locator("dialog label")
        .getByText(t(`workshops.sex.${sex}`), { exact: true })
        .click();
      await button(t("workshops.people.addOne")).click();
      const kind = page
        .locator(".tally")
        .filter({ hasText: t(`workshops.sex.${sex}`) })
        .last();
      await kind.getByRole("textbox").fill(String(people));
      await kind.getByRole("textbox").blur();
    }
  };

  const agreeToShow = async (...uses: string[]) => {
    for (const use of uses) {
      const asked = page
        .locator(".card")
        .filter({ has: page.getByRole("heading", { name: t(`workshops.consent.use.${use}`) }) });
      await asked.getByText(t("workshops.consent.answer.yes"), { exact: true }).click();
      await expect(asked.getByRole("textbox")).toBeVisible();
    }
  };

  /** The paper map laid on the land by two points, then every feature typed in where a phone's GPS said it is. */
  const drawMap = async ({ features }: Recorded, photo: Buffer) => {
    await button(t("maps.step.addFirst")).click();
    await page.getByRole("radio", { name: new RegExp(`^${t("maps.base.photo")}`) }).check();
    await page
      .locator("dialog input[type=file]")
      .setInputFiles({ name: "paper-map.jpg", mimeType: "image/jpeg", buffer: photo });
    await expect(page.getByText(t("media.kept"), { exact: true }).last()).toBeVisible();
    await button(t("maps.new.create")).click();
    await expect(page.locator(".map-canvas").last()).toBeAttached();
    await button(t("maps.photo.refused.too_few", { count: 0, n: "0" })).click();
    for (const [share, land] of [
      ["10 10", "18.6100, 103.6500"],
      ["90 90", "18.6030, 103.6600"],
    ] as const) {
      await page.getByLabel(t("maps.photo.onPhotoTyped")).fill(share);
      await page.getByLabel(t("maps.photo.onLandTyped")).fill(land);
      await button(t("maps.photo.keep")).click();
    }
    await button(t("maps.cover.close")).click();
    await expect(page.locator(".map-photo")).toBeVisible();
    await button(t("maps.editor.list")).click();
    for (const [n, [category, coordinates]] of features.entries()) {
      await page.getByLabel(t("maps.list.symbol"), { exact: true }).selectOption(category);
      await page.getByLabel(t("maps.feature.coordinates")).fill(coordinates);
      await page.getByLabel(t("maps.feature.coordinates")).blur();
      await button(t("maps.list.addNow")).click();
      const title = t("maps.list.title", { count: n + 1, n: String(n + 1) });
      await expect(page.getByRole("heading", { name: title })).toBeVisible();
    }
    await page
      .getByRole("link", { name: t("common.action.back") })
      .first()
      .click();
  };

  const nameProblems = async ({ problems }: Recorded) => {
    for (const [n, problem] of problems.entries()) {
      await button(t(n === 0 ? "problems.step.addFirst" : "problems.step.add")).click();
      await page.getByLabel(t("problems.form.statement")).fill(problem);
      await button(t("problems.form.close")).click();
    }
    const count = t("problems.step.count", { count: problems.length, n: String(problems.length) });
    await expect(page.getByText(count)).toBeVisible();
  };

  const rank = async ({ grains, problems }: Recorded) => {
    for (const group of ["women", "men"] as const) {
      await button(t("problems.rank.addGroup")).click();
      await page.getByRole("radio", { name: t(`problems.group.${group}`), exact: true }).check();
      await button(t("problems.newGroup.add")).click();
      await expect(
        page.getByRole("heading", { name: new RegExp(`^${t(`problems.group.${group}`)}`) }),
      ).toBeVisible();
      for (const [n, statement] of problems.entries()) {
        const name = t("problems.dots.grains", { number: String(n + 1), statement });
        await page.getByRole("textbox", { name, exact: true }).fill(String(grains[group][n]));
      }
      await expect(page.getByText(t("problems.dots.none"))).toBeVisible();
    }
  };

  /** One solution for each action, on the problem of the same number, chosen for the plan. */
  const findSolutions = async ({ actions, problems }: Recorded) => {
    for (const [n, { what }] of actions.entries()) {
      const problem = page
        .locator("section.card")
        .filter({ has: page.getByRole("heading", { name: problems[n], exact: true }) });
      await problem.getByRole("button", { name: t("problems.solution.add"), exact: true }).click();
      await problem.getByLabel(t("problems.solution.text"), { exact: true }).fill(what);
      await problem.getByLabel(t("problems.solution.text"), { exact: true }).blur();
      await problem.getByLabel(t("problems.solution.choose")).check();
      await expect(problem.getByText(t("problems.solution.chosen", { k: "1", n: "1" }))).toBeVisible();
    }
  };

  const agreeOnPlan = async ({ actions }: Recorded) => {
    await button(t("plans.step.make")).click();
    for (const { what, lead, due } of actions) {
      await button(new RegExp(`${what}$`)).click();
      await page.getByRole("combobox", { name: new RegExp(`^${t("plans.form.lead")}`) }).selectOption(lead);
      const date = page.getByRole("group", { name: t("plans.form.due") });
      await date.getByLabel(t("common.word.day")).fill(due[0]);
      await date.getByLabel(t("common.word.month")).selectOption(due[1]);
      await date.getByLabel(t("common.word.year")).fill(due[2]);
      await button(t("plans.form.close")).click();
    }
    await page.getByLabel(t("plans.agree.endorse")).selectOption("village_chief");
    await expect(button(new RegExp(`^${t("plans.agree.endorseRemove", { office: "" })}`))).toBeVisible();
  };

  const promise = async ({ promise: text }: Recorded) => {
    await button(`+ ${t("workshops.pledges.party.hc")}`).click();
    await page.getByLabel(t("workshops.pledges.text")).fill(text);
    await page.getByLabel(t("workshops.pledges.text")).blur();
  };

  const start = async (): Promise<string> => {
    await button(t("workshops.start.button")).click();
    await button(t("workshops.start.begin")).click();
    await page.waitForURL(/\/field\/workshops\/[0-9a-f-]{36}$/);
    return page.url().slice(-36);
  };

  /** Village page → the whole workshop. Returns its id. */
  const recordWorkshop = async (recorded: Recorded, photo: Buffer): Promise<string> => {
    const workshop = await start();
    await page
      .getByRole("link", { name: t("workshops.continue", { step: t("workshops.step.people.do") }) })
      .click();
    await countPeople(recorded);
    await next("opening");
    await agreeToShow("display", "export", "public_page");
    await next("map");
    await drawMap(recorded, photo);
    await next("problems");
    await nameProblems(recorded);
    await next("ranking");
    await rank(recorded);
    await next("solutions");
    await findSolutions(recorded);
    await next("plan");
    await agreeOnPlan(recorded);
    await next("pledges");
    await promise(recorded);
    return workshop;
  };
  const openPlanProgress = async () => {
    await page
      .getByRole("link", { name: t("common.action.back"), exact: true })
      .last()
      .click();
    await page.getByRole("link", { name: t("plans.step.open") }).click();
    await expect(page).toHaveURL(/\/field\/plans\/[0-9a-f-]{36}$/);
  };

  const reportProgress = async (what: string, photo: Buffer) => {
    const action = page.locator("article.card").filter({ hasText: what });
    await action.getByRole("button", { name: t("plans.action.record") }).click();
    await page.getByRole("radio", { name: t("plans.status.in_progress"), exact: true }).check();
    await page
      .getByLabel(t("plans.progress.photoAdd"))
      .setInputFiles({ name: "evidence.jpg", mimeType: "image/jpeg", buffer: photo });
    await expect(page.getByRole("img", { name: t("plans.progress.photoAlt") })).toBeVisible();
    await button(t("plans.progress.save")).click();
    await expect(page.locator("dialog[open]")).toHaveCount(0);
  };

  const addAction = async (what: string) => {
    await button(t("plans.action.add")).click();
    await page.getByLabel(t("plans.form.what")).last().fill(what);
    await button(t("plans.form.close")).click();
    await expect(page.getByText(what)).toBeVisible();
  };

  const rewordAction = async (before: string, after: string) => {
    await button(new RegExp(`${before}$`)).click();
    await page.getByLabel(t("plans.form.what")).fill(after);
    await button(t("plans.form.close")).click();
    await expect(page.getByText(after)).toBeVisible();
  };

  /** Village page → a workshop with a plan of these actions and nothing else. Stands on the plan. */
  const startWithPlan = async (actions: readonly string[]): Promise<string> => {
    const workshop = await start();
    await page.getByRole("link", { name: t("workshops.step.plan.title") }).click();
    await button(t("plans.step.make")).click();
    for (const what of actions) await addAction(what);
    return workshop;
  };
  return { recordWorkshop, openPlanProgress, reportProgress, startWithPlan, addAction, rewordAction };
}

/** A photo of a paper map as a phone takes it: larger than is kept, and telling where it was taken. */
export const paperMapPhoto = (): Promise<Buffer> =>
  sharp({ create: { width: 3000, height: 2000, channels: 3, background: "#f4ead2" } })
    .withExif({
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "18/1 36/1 0/1",
        GPSLongitudeRef: "E",
        GPSLongitude: "103/1 39/1 0/1",
      },
    })
    .jpeg()
    .toBuffer();
