/**
 * The 18 provinces: OCHA P-code, ISO 3166-2, GeoNames code, names, and the romanisations met in the programme's own
 * documents and in maps (domain §6). The first romanisation is the one shown.
 */
export const provinces = [
  [
    "LA01",
    "LA-VT",
    "LA.24",
    "ນະຄອນຫຼວງວຽງຈັນ",
    ["Vientiane Capital", "Viangchan Capital", "Vientiane Prefecture", "Vientiane Municipality"],
  ],
  ["LA02", "LA-PH", "LA.18", "ຜົ້ງສາລີ", ["Phongsaly", "Phongsali", "Phôngsali"]],
  ["LA03", "LA-LM", "LA.16", "ຫຼວງນ້ຳທາ", ["Luang Namtha", "Louang Namtha", "Loungnamtha"]],
  ["LA04", "LA-OU", "LA.07", "ອຸດົມໄຊ", ["Oudomxay", "Oudomxai", "Oudomsay", "Udomxai", "Oudômxai"]],
  ["LA05", "LA-BK", "LA.22", "ບໍ່ແກ້ວ", ["Bokeo", "Borkeo"]],
  [
    "LA06",
    "LA-LP",
    "LA.17",
    "ຫຼວງພະບາງ",
    ["Luang Prabang", "Louang Phabang", "Louangphabang", "Luang Phabang"],
  ],
  ["LA07", "LA-HO", "LA.03", "ຫົວພັນ", ["Huaphanh", "Houaphan", "Houaphanh", "Huaphan", "Hua Phan"]],
  [
    "LA08",
    "LA-XA",
    "LA.13",
    "ໄຊຍະບູລີ",
    ["Xayabouly", "Xaignabouli", "Xayabury", "Sayaboury", "Sainyabuli", "Xanabouly"],
  ],
  [
    "LA09",
    "LA-XI",
    "LA.14",
    "ຊຽງຂວາງ",
    ["Xieng Khouang", "Xiangkhoang", "Xiang Khuang", "Xiengkhuang", "Xiangkhouang"],
  ],
  ["LA10", "LA-VI", "LA.27", "ວຽງຈັນ", ["Vientiane", "Viangchan", "Vientiane Province"]],
  [
    "LA11",
    "LA-BL",
    "LA.23",
    "ບໍລິຄຳໄຊ",
    ["Bolikhamxay", "Bolikhamxai", "Borikhamxay", "Bolikhamsai", "Boli khamxai"],
  ],
  ["LA12", "LA-KH", "LA.15", "ຄຳມ່ວນ", ["Khammouane", "Khammouan", "Khammuan"]],
  ["LA13", "LA-SV", "LA.20", "ສະຫວັນນະເຂດ", ["Savannakhet", "Savanakhet"]],
  ["LA14", "LA-SL", "LA.19", "ສາລະວັນ", ["Salavan", "Saravane", "Saravan"]],
  ["LA15", "LA-XE", "LA.26", "ເຊກອງ", ["Sekong", "Xekong", "Xékong"]],
  ["LA16", "LA-CH", "LA.02", "ຈຳປາສັກ", ["Champasack", "Champasak", "Champassak"]],
  ["LA17", "LA-AT", "LA.01", "ອັດຕະປື", ["Attapeu", "Attapu"]],
  [
    "LA18",
    "LA-XS",
    "LA.28",
    "ໄຊສົມບູນ",
    ["Xaysomboun", "Xaisomboun", "Xaysomboon", "Saysomboun", "Xaisomboon"],
  ],
] as const satisfies readonly (readonly [string, string, string, string, readonly string[]])[];

type Disputed = { pcode: string; scheme: "pcode" | "iso" | "npm" | "geonames"; code: string; note: string };

/** Where lists disagree; both claims are kept on the place that carries the name (geography §1.3). */
export const disputedCodes: readonly Disputed[] = [
  { pcode: "LA18", scheme: "iso", code: "LA-XS", note: "ISO 3166-2 today; older lists say LA-XN" },
  { pcode: "LA18", scheme: "iso", code: "LA-XN", note: "withdrawn, still in older lists" },
  {
    pcode: "LA1803",
    scheme: "pcode",
    code: "LA1803",
    note: "COD-AB; two other lists give 1803 to Longcheng",
  },
  { pcode: "LA1803", scheme: "npm", code: "1805", note: "COD-AB says 1803" },
  { pcode: "LA1803", scheme: "geonames", code: "LA.28.1805", note: "COD-AB says 1803" },
  { pcode: "LA1805", scheme: "pcode", code: "LA1805", note: "COD-AB; two other lists give 1805 to Longsane" },
  { pcode: "LA1805", scheme: "npm", code: "1803", note: "COD-AB says 1805" },
  { pcode: "LA1805", scheme: "geonames", code: "LA.28.1803", note: "COD-AB says 1805" },
  { pcode: "LA1013", scheme: "npm", code: "1012", note: "COD-AB and GeoNames say 1013" },
];

/** District numbers of the address list whose P-code is another number: joined by name, not by number. */
export const pcodeByListNumber: Readonly<Record<string, string>> = {
  "1803": "LA1805",
  "1805": "LA1803",
  "1012": "LA1013",
};
export const pcodeByGeonames: Readonly<Record<string, string>> = {
  "LA.28.1803": "LA1805",
  "LA.28.1805": "LA1803",
};
