/** Of certificates: paper as the reader's country has it. */
export const paper = /-(US|CA|MX|PH|CL|CO)$/.test(navigator.language) ? ('Letter' as const) : ('A4' as const);
export const locale = 'en';
