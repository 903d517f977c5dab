package io.dovira.command.imports;

import io.dovira.command.imports.mapping.Mapping;
import io.dovira.command.imports.rows.ClockCheck;
import io.dovira.command.imports.rows.ClockPlan;
import io.dovira.command.imports.rows.RowMapper;
import io.dovira.command.imports.source.FileRefused;
import io.dovira.command.imports.source.Item;
import io.dovira.command.imports.source.Limits;
import io.dovira.command.imports.source.RowSource;
import io.dovira.command.imports.source.Unpacked;
import io.dovira.command.imports.source.Uploads;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads a whole file before anything of it is recorded: a file that is cut off, packed to burst, binary, wrongly encoded or broken is refused
 * while the log is still untouched. On the way it compares the clocks of the offices.
 *
 * @param clocks which dates are wrong, and what the mapping does about them
 * @param inconclusive the clocks were to be compared, but the rows are in no order of time
 */
record Preflight(ClockPlan clocks, boolean inconclusive) {

    /**
     * Reads the file to its end, in constant memory.
     *
     * @throws FileRefused if it cannot be imported as a whole
     */
    static Preflight of(Path file, String name, Mapping mapping, Limits limits) throws IOException {
        ClockCheck check = new ClockCheck();
        RowMapper mapper = new RowMapper(mapping, ClockPlan.NOTHING);
        try (Unpacked unpacked = Unpacked.open(file, name, limits);
                RowSource rows = Uploads.rows(unpacked, mapping)) {
            for (Item item = rows.next(); item != null; item = rows.next()) {
                if (item instanceof Item.Entry entry) {
                    mapper.clock(entry, check);
                }
            }
        }
        return new Preflight(new ClockPlan(mapping.clock(), check.faults()), !check.conclusive());
    }
}
