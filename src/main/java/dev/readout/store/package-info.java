/**
 * What must outlive a restart besides index and files: the sources of servers, receipts, settings,
 * feedback, the audit log. Start at {@link dev.readout.store.Database}, a file of SQLite or a
 * database of PostgreSQL; each table's class says what it keeps. The tables themselves are in
 * {@code db/migration} and {@code db/postgresql} among the resources. No type of SQL leaves this
 * package, and no id of a member who asks enters it: see {@link dev.readout.store.MemberKeys}.
 */
@NullMarked
package dev.readout.store;

import org.jspecify.annotations.NullMarked;
