/** For how many days a matter may be put off. */
export const putOffDays = ["14", "30", "90"] as const;
