package io.dovira.events.custody;

import io.dovira.events.CustodyId;
import io.dovira.events.Fact;

/**
 * What can happen in a stay in custody, in its own stream.
 *
 * <pre>
 *   ArrivalFact     apprehended, delivered, record opened
 *   RightsFact      }
 *   LegalAidFact    }
 *   RelativesFact   }
 *   HealthFact      }  the seven checklists
 *   CareFact        }
 *   LocationFact    }
 *   ProcedureFact   }
 *   RecordFact      clocks, the end, and what happens to the record itself
 * </pre>
 */
public sealed interface CustodyFact extends Fact
        permits ArrivalFact,
                RightsFact,
                LegalAidFact,
                RelativesFact,
                HealthFact,
                CareFact,
                LocationFact,
                ProcedureFact,
                RecordFact {
    CustodyId custody();
}
