// The people of one test, who leave together.
import { type Browser, expect } from '@playwright/test';
import { DESKTOP, type Person, comeIn } from './person.ts';

export class Room {
  private readonly browser: Browser;
  private readonly people: Person[] = [];

  constructor(browser: Browser) {
    this.browser = browser;
  }

  async enter(options: Parameters<typeof comeIn>[1] = DESKTOP): Promise<Person> {
    const person = await comeIn(this.browser, options);
    this.people.push(person);
    return person;
  }

  /** Closes every browser; fails when a page has written an error or a warning. */
  async leaveWithoutComplaint(): Promise<void> {
    const complaints = this.people.flatMap((person) => person.complaints);
    for (const { context } of this.people.splice(0)) await context.close();
    expect(complaints, 'errors and warnings of the pages').toEqual([]);
  }
}
