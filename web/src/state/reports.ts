// What reports tell of the result that the page shows: asked for when a screen needs them, and again after every score.
import { useEffect, useState } from 'react';
import type { LeadQuery } from '../engine/protocol';
import type { Answers, Cell, ReportName, Requests } from '../engine/reports';
import { engine, fail, showLeads } from './actions';
import type { Label, Result, SettledResult } from './app-state';
import { importer } from './importer';
import { store, useApp } from './store';

export type ReportRequest = Requests[ReportName];
export type AnswerTo<R extends ReportRequest> = Answers[R['report']];

const YEAR = 366 * 86_400_000;

// Of the clocks that business hours are kept by, where a rule file has some.
let zone: { name: string; changes: Promise<[number, number][]> } = { name: '', changes: Promise.resolve([]) };

function zoneNow(): Promise<[number, number][]> {
  const { result } = store.getState();
  const name = result?.ruleset.sla?.business_hours?.zone ?? '';
  if (name !== zone.name) {
    const until = (result?.figures.asOf ?? 0) + YEAR;
    const changes = name === '' ? Promise.resolve([]) : importer().then((at) => at.zoneChanges(name, until));
    zone = { name, changes };
  }
  return zone.changes;
}

async function put(request: object, query: LeadQuery): Promise<unknown> {
  const answer = JSON.parse(await engine.call('report', JSON.stringify({ ...request, zone: await zoneNow() }), query));
  if ('fault' in answer) throw new Error(answer.fault);
  return answer;
}

export async function ask<R extends ReportRequest>(request: R, query: LeadQuery): Promise<AnswerTo<R>> {
  return (await put(request, query)) as AnswerTo<R>;
}

/** The leads that a number of a report counts. */
export async function leadsOf(request: ReportRequest, cell: Cell, query: LeadQuery): Promise<number[]> {
  const { leads } = (await put({ ...request, leads: cell }, query)) as { leads: number[] };
  return leads;
}

/** Opens the list of these leads under this label. */
export async function showCell(request: ReportRequest, cell: Cell, query: LeadQuery, label: Label): Promise<void> {
  try {
    showLeads({ only: Uint32Array.from(await leadsOf(request, cell, query)) }, label);
  } catch (error) {
    fail(error);
  }
}

let before: Promise<unknown> = Promise.resolve();

/** Asks when whatever was asked before is answered, so that what is overtaken while it waits is never asked; null then. */
export function inTurn<T>(wanted: () => boolean, asking: () => Promise<T>): Promise<T | null> {
  const turn = before.then(() => (wanted() ? asking() : null));
  before = turn.catch(() => {});
  return turn;
}

/** An answer with what it answers. */
export interface Report<R extends ReportRequest> {
  request: R;
  query: LeadQuery;
  result: SettledResult;
  answer: AnswerTo<R>;
}

export interface ReportShown<R extends ReportRequest> {
  /** The newest that there is; null before the first. */
  report: Report<R> | null;
  /** Another is on its way. */
  stale: boolean;
}

const isComplete = (result: Result | null): result is SettledResult => Boolean(result?.stages);

/** A report of the newest complete result. The former one stands until its answer is there. */
export function useReport<R extends ReportRequest>(request: R, query: LeadQuery): ReportShown<R> {
  const result = useApp((state) => (isComplete(state.result) ? state.result : null));
  const [report, setReport] = useState<Report<R> | null>(null);
  const text = JSON.stringify(request);
  useEffect(() => {
    if (!result) return;
    let wanted = true;
    const asked = JSON.parse(text) as R;
    inTurn(
      () => wanted,
      () => ask(asked, query),
    ).then((answer) => {
      if (wanted && answer !== null) setReport({ request: asked, query, result, answer });
    }, fail);
    return () => {
      wanted = false;
    };
  }, [result, text, query]);
  const upToDate =
    report !== null && report.result === result && report.query === query && JSON.stringify(report.request) === text;
  return { report, stale: !upToDate };
}
