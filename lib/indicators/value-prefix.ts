/** Of a monthly report's fields, those that are counts: `value.ANC1`. */
export const valuePrefix = "value.";
