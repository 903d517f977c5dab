// Makes mongo1, mongo2 and mongo3 a replica set and creates two accounts: admin, and dovira for the services. Run by mongo-init
// in the network of mongo1, because MongoDB without accounts lets in only who comes from the same machine. May be run again.
const fs = require('fs');

const secret = name => fs.readFileSync(`/run/secrets/${name}`, 'utf8').trim();
const admin = db.getSiblingDB('admin');

function signIn() {
    try {
        return admin.auth('admin', secret('mongo-admin-password')).ok === 1;
    } catch (e) {
        print(`not signed in (${e.codeName}): the first run`);
        return false;
    }
}

function initiate() {
    try {
        rs.initiate({
            _id: 'dovira',
            members: [
                // Preferred, so that the accounts can be created from here.
                { _id: 0, host: 'mongo1:27017', priority: 2 },
                { _id: 1, host: 'mongo2:27017' },
                { _id: 2, host: 'mongo3:27017' },
            ],
        });
    } catch (e) {
        // A run that was broken off after this step.
        if (e.codeName !== 'AlreadyInitialized') throw e;
    }
}

function until(what, condition) {
    for (let i = 0; i < 240; i++) {
        if (condition()) return;
        sleep(500);
    }
    throw new Error(`after two minutes still not: ${what}`);
}

const primary = () => until('mongo1 is primary', () => db.hello().isWritablePrimary);

if (!signIn()) {
    initiate();
    primary();
    admin.createUser({ user: 'admin', pwd: secret('mongo-admin-password'), roles: ['root'] });
    if (!signIn()) throw new Error('cannot sign in as the admin that was just created');
}
if (!admin.getUser('dovira')) {
    primary();
    admin.createUser({
        user: 'dovira',
        pwd: secret('dovira-password'),
        roles: ['dovira_log', 'dovira_command', 'dovira_views', 'dovira_seal'].map(name => ({ role: 'readWrite', db: name })),
    });
}
// A majority acknowledges every write, so two would do; but then one of them may not die.
until('all three are members', () => rs.status().members.every(member => member.state === 1 || member.state === 2));
print('the replica set stands, the accounts are there');
