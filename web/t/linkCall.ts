/** Where the task of a link is; which one, the header says. */
export const linkedTaskPath = '/api/public/task'

/** The link goes in a header: an address is kept in logs. */
export const byLink = (token: string): Readonly<Record<string, string>> => ({ 'x-task-link': token })
