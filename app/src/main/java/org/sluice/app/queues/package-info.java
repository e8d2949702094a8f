/// The queues and their week, and the speed that all downloads share: what holds, and the pages on
/// which it is changed.
@org.jspecify.annotations.NullMarked
package org.sluice.app.queues;
