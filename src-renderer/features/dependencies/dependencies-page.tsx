import { Button, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useRef, useState } from 'react';
import type { Output } from '#contract/index';
import { useChannel } from '../../client/use-query';
import { FallsTable } from '../../components/dependencies/falls-table';
import { ReleaseDialog } from '../../components/dependencies/release-dialog';
import { GovernanceTabs } from '../../components/governance/governance-tabs';
import { PageHeader } from '../../components/ui/page-header';
import { Panel } from '../../components/ui/panel';
import { ErrorState, Loading } from '../../components/ui/states';
import type { DependenciesSearch } from '../../lib/dependencies-search';
import { formatCount, formatNumber } from '../../lib/format';
import { utcToday } from '../../lib/utc-today';
import styles from './dependencies-page.module.css';
import { columnsOf, type GraphNode, lit, stacked } from './graph-columns';
import { UnsaidPanel } from './unsaid-panel';
import { useBoxes } from './use-boxes';
import { wiresOf } from './wires';

type Graph = Output<'dependencies.graph'>;
type Cause = { readonly modelId: string } | { readonly outside: string };

const causeIn = ({ outside, model }: DependenciesSearch): Cause | null =>
  outside !== undefined ? { outside } : model !== undefined ? { modelId: model } : null;

interface ColumnsProps {
  readonly graph: Graph;
  readonly chosen: GraphNode | undefined;
  readonly onChoose: (node: GraphNode) => void;
}

/** Layer beside layer: what lies outside, what rests on it, what rests on that. What falls with the chosen one stays lit. */
function Columns({ graph, chosen, onChoose }: ColumnsProps): ReactNode {
  const area = useRef<HTMLDivElement>(null);
  const boxes = useBoxes(area, graph);
  const alight = chosen === undefined ? null : lit(graph, chosen.key);
  return (
    <div className={styles.columns} ref={area}>
      <svg className={styles.wires} aria-hidden="true">
        {wiresOf(graph, boxes, alight).map((wire) => (
          <path key={wire.key} d={wire.path} data-lit={wire.lit} data-critical={wire.critical} />
        ))}
      </svg>
      {stacked(columnsOf(graph)).map((column) => (
        <div key={column[0]?.title} className={styles.column}>
          {column.map(({ title, nodes }) => (
            <section key={title} aria-label={title}>
              <h3 className={styles.columnTitle}>
                {title} <span className="mf-muted">{formatNumber(nodes.length)}</span>
              </h3>
              <ul className={styles.nodes}>
                {nodes.map(({ node, depth }) => (
                  <li key={node.key}>
                    <button
                      type="button"
                      className={styles.node}
                      data-key={node.key}
                      data-depth={depth}
                      data-dim={alight !== null && !alight.has(node.key) ? '' : undefined}
                      aria-pressed={node.key === chosen?.key}
                      onClick={() => onChoose(node)}
                    >
                      <span className={styles.nodeName}>{node.name}</span>
                      <span className={styles.nodeCount}>{countsOf(node)}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      ))}
    </div>
  );
}

const countsOf = ({ stops, touched }: GraphNode): string =>
  [
    ...(stops > 0 ? [`${formatNumber(stops)} ${stops === 1 ? 'stops' : 'stop'}`] : []),
    ...(touched > 0 ? [`${formatNumber(touched)} touched`] : []),
  ].join(', ');

function FallsPanel({ cause, day }: { readonly cause: Cause; readonly day: string }): ReactNode {
  const [releasing, setReleasing] = useState(false);
  const { data: falls, error, refetch } = useChannel('dependencies.falls', { ...cause, on: day });
  if (falls === undefined)
    return error === null ? (
      <Loading rows={6} label="Following what rests on it" />
    ) : (
      <ErrorState error={error} retry={() => void refetch()} />
    );
  const { units, models } = falls;
  return (
    <Panel
      title={`What falls with ${falls.what}`}
      hint={falls.headline}
      actions={
        models.some(({ inProduction }) => inProduction) && day === utcToday() ? (
          <Button size="compact-sm" variant="default" onClick={() => setReleasing(true)}>
            It changed…
          </Button>
        ) : undefined
      }
    >
      {units.length === 0 ? null : (
        <p className={styles.units}>
          {units.map(({ unit, stops, touched }) => (
            <span key={unit}>{`${unit || 'No unit'}: ${sayUnit(stops, touched)}`}</span>
          ))}
        </p>
      )}
      {models.length === 0 ? null : <FallsTable models={models} />}
      {releasing ? <ReleaseDialog cause={cause} falls={falls} onClose={() => setReleasing(false)} /> : null}
    </Panel>
  );
}

const sayUnit = (stops: number, touched: number): string =>
  [
    ...(stops > 0 ? [`${formatCount(stops, 'model')} ${stops === 1 ? 'stops' : 'stop'}`] : []),
    ...(touched > 0 ? [`${formatNumber(touched)} touched`] : []),
  ].join(', ');

/** What the portfolio rests on, from the provider to the agent, and what falls with what on a day. */
export function DependenciesPage(): ReactNode {
  const search: DependenciesSearch = useSearch({ from: '/dependencies' });
  const navigate = useNavigate();
  const day = search.at ?? utcToday();
  const { data: graph, error, refetch } = useChannel('dependencies.graph', { on: day });
  const go = (next: DependenciesSearch): void => void navigate({ to: '/dependencies', search: next, replace: true });
  const at = search.at === undefined ? {} : { at: search.at };
  if (graph === undefined) {
    if (error !== null) return <ErrorState error={error} retry={() => void refetch()} />;
    return <Loading rows={12} label="Drawing what rests on what" />;
  }
  const cause = causeIn(search);
  const chosen = graph.nodes.find((node) =>
    search.outside === undefined
      ? node.model?.id === search.model && search.model !== undefined
      : node.outside === search.outside,
  );
  const setDay = (value: string): void => {
    if (value !== '')
      go({
        ...(search.outside !== undefined && { outside: search.outside }),
        ...(search.model !== undefined && { model: search.model }),
        ...(value !== utcToday() && { at: value }),
      });
  };
  return (
    <div className={styles.page}>
      <GovernanceTabs />
      <PageHeader
        headline="What rests on what"
        subline={graph.headline}
        actions={
          <TextInput
            type="date"
            aria-label="On the day"
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
        }
      />
      {graph.nodes.length === 0 ? (
        <Panel title="Nothing is noted yet">
          <p className="mf-muted">
            Open a model and add what it relies on: a provider’s model with its version, a tool, or another model of the
            portfolio. Then this page says which models stop when one of them is withdrawn.
          </p>
        </Panel>
      ) : (
        <Panel
          title="From the provider to the agent"
          hint="Choose one to see what falls with it. Counted are models in production."
        >
          <Columns
            graph={graph}
            chosen={chosen}
            onChoose={(node) =>
              go(
                node.key === chosen?.key
                  ? at
                  : { ...at, ...(node.model ? { model: node.model.id } : { outside: node.outside }) },
              )
            }
          />
        </Panel>
      )}
      {cause === null ? null : <FallsPanel cause={cause} day={day} />}
      <UnsaidPanel models={graph.unsaid} />
    </div>
  );
}
