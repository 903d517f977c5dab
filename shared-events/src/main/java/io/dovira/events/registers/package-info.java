/** Registers of appeals: one stream per office and year, so that no registration number is given twice and none is left out. */
@NullMarked
package io.dovira.events.registers;

import org.jspecify.annotations.NullMarked;
