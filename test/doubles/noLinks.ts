const never = () => Promise.reject(new Error('no link is made or opened here'))

/** For an API whose links are not what the test is about. */
export const noLinks = () => ({
	links: { taskLink: never, check: never, newSecret: () => '' },
	linkRecords: { isRevoked: never, revoke: never, bind: never },
})
