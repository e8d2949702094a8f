/// Whether bytes of an earlier run and of this one belong to the same file: what to ask, what an
/// answer means, what to compare. Pure decisions, each with its reason; no I/O and no clock.
///
/// The order of things for one item:
///
/// 1. [org.sluice.engine.resume.ResumePlan#decide] says how to begin: at once, with samples
///    compared first, or from the first byte.
/// 2. [org.sluice.engine.resume.RangeRequest#of] says what a request carries.
/// 3. [org.sluice.engine.resume.AnswerCheck#decide] says what its answer is.
/// 4. Where samples are wanted, [org.sluice.engine.resume.OverlapPlan] says which, and
///    [org.sluice.engine.resume.ProofDecision#decide] what they prove.
@NullMarked
package org.sluice.engine.resume;

import org.jspecify.annotations.NullMarked;
