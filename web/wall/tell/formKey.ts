/** What the server knows a form by, so that sending it twice is sending it once: 128 random bits. */
export const formKey = (): string =>
	[...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
