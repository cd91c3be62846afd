import React, { memo } from 'react';
import type { SectionView } from '../../../display/view';
import { strings } from '../strings';
import { changedMark } from '../rows/ChangedMark';
import { isMarked, type Marks } from '../rows/marks';
import { Rows } from '../rows/Rows';
import { useFold } from '../rows/useFold';

interface Props {
  section: SectionView;
  marks: Marks;
}

/** A titled part of a panel that folds; what the agent folded stays folded. */
export const Section = memo(function Section({ section, marks }: Props): React.ReactElement {
  const [remembered, toggle] = useFold(section.id, section.collapsed);
  const { title, rows } = section;
  const folded = title !== undefined && remembered;
  return (
    <section className="cc-section" aria-label={title}>
      {title !== undefined && (
        <h3 className="cc-heading">
          <button type="button" className="cc-fold" aria-expanded={!folded} onClick={toggle}>
            {title} {folded && <span className="cc-weak">{strings.emptyTitle(rows.length)}</span>}
            {folded && rows.some((row) => isMarked(marks, row.id)) && changedMark}
          </button>
        </h3>
      )}
      {!folded && (
        <div className="cc-rows">
          <Rows rows={rows} marks={marks} />
        </div>
      )}
    </section>
  );
});
