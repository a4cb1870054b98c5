export type Secrets = {
	/** @throws naming the secret, never its value, where it is not to be had */
	get(name: string): Promise<string>
}
