/**
 * Tests of what the forms of triage say.
 */
@NullMarked
package io.watchfloor.web.triage.form;

import org.jspecify.annotations.NullMarked;
