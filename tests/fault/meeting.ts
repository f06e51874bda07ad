// A board on a real server over HTTP: made, read, and compared with what its clients were told.
export interface Meeting {
  readonly id: string;
  readonly code: string;
  readonly keys: Readonly<Record<'facilitator' | 'voter' | 'watcher', string>>;
}

export interface LoggedEvent {
  readonly revision: number;
  readonly type: string;
  readonly note?: string;
  readonly by?: string;
}

export async function call<T>(url: string, as?: string, body?: object): Promise<T> {
  const response = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(as !== undefined && { Authorization: as }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

export const newMeeting = (url: string): Promise<Meeting> =>
  call(`${url}/api/boards`, undefined, { title: 'Kept whatever happens', template: 'python-web-frameworks' });

export async function eventsOf(url: string, { id, keys }: Meeting): Promise<readonly LoggedEvent[]> {
  const { events } = await call<{ events: LoggedEvent[] }>(`${url}/api/boards/${id}/history`, `Bearer ${keys.watcher}`);
  return events;
}
