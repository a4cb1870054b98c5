/** A telephone number: 5 to 20 digits, blanks and hyphens, apart from the schemas: pages check it as well. */
export const phoneNumber = /^\+?[0-9][0-9 -]{4,19}$/
