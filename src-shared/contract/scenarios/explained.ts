import { z } from 'zod';
import { Count } from '../common';
import { Said } from '../define';
import { LevelKey } from './inputs';

const Figure = z.number();

/** A figure of the comparison. */
export const FigureExplanation = z.object({
  key: z.string(),
  value: Figure.nullable(),
  words: Said,
  numbers: Said,
});
const LevelFigure = z.object({ value: Figure, words: Said, numbers: Said });
/** What a level costs in all: today's value, and from now to the end of each year. */
export const LevelExplanation = z.object({ level: LevelKey, pvCost: LevelFigure, cumulative: z.array(LevelFigure) });

const UsedInput = z.object({ path: z.string(), label: z.string(), unit: z.string(), value: Figure });
/** What a level costs in a year, part by part. */
export const YearExplanation = z.object({
  level: LevelKey,
  year: Count,
  living: Figure,
  newModels: Figure,
  lines: z.array(
    z.object({
      key: z.string(),
      words: Said,
      numbers: Said,
      value: Figure,
      used: z.array(UsedInput),
    }),
  ),
  total: Figure,
});

const ExplainedLine = YearExplanation.shape.lines;
/** An option of the plan as every surface asks for it: its headline figures and its years, opened. */
export const OptionExplanation = z.object({
  /** A level or a staged path. */
  id: z.string(),
  figures: z.array(FigureExplanation),
  years: z.array(z.object({ year: Count, total: Figure, lines: ExplainedLine, under: ExplainedLine })),
});
