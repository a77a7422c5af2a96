/** Where the demonstration happens: real districts; everything told about their villages is made up. */
export type DemoDistrict = Readonly<{
  code: string;
  villages: number;
  lat: number;
  lng: number;
  ethnicGroups: readonly string[];
}>;

// Points are rough places inside each district, only to spread made-up village points around.
export const demoDistricts: readonly DemoDistrict[] = [
  { code: "LA1101", villages: 14, lat: 18.42, lng: 103.68, ethnicGroups: ["lao", "hmong", "khmu"] },
  { code: "LA1104", villages: 8, lat: 18.6, lng: 103.62, ethnicGroups: ["hmong", "lao", "tai"] },
  { code: "LA0504", villages: 14, lat: 20.62, lng: 100.55, ethnicGroups: ["khmu", "lue", "lao"] },
  { code: "LA0503", villages: 8, lat: 20.8, lng: 100.45, ethnicGroups: ["akha", "khmu", "lue"] },
  { code: "LA0608", villages: 8, lat: 19.92, lng: 102.62, ethnicGroups: ["khmu", "hmong", "lao"] },
  { code: "LA1206", villages: 8, lat: 17.35, lng: 105.7, ethnicGroups: ["makong", "phouthay", "lao"] },
];
